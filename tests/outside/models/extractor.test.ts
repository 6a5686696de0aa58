import { describe, expect, it } from 'vitest'
import { PROMPT_VERSION } from '../../../src/core/extraction/model/model-prompt.ts'
import { type Answer, withModelServer } from '../../support/model-server.ts'
import { builtIn, extractWith, finding, judgement, KEY, memory, PUBLISHED, settingsFor } from './extraction.ts'

const TEXT = `The port of Velmark will almost certainly close by the end of 2026. Ann Roe said the mill is unlikely to reopen soon.

If the council yields, the ferry may run again. What would that cost?`
const PORT = 'The port of Velmark will almost certainly close by the end of 2026'

const good: Answer = {
  content: {
    predictions: [
      finding(PORT, { hedge: 'almost certainly', windowWords: 'by the end of 2026', reason: 'says it will close' }),
      finding('the mill is unlikely to reopen soon', {
        hedge: 'unlikely',
        denied: true,
        attribution: 'quoted',
        claimant: 'Ann Roe',
        directness: 'paraphrase',
        windowWords: 'soon',
      }),
      finding('the ferry may run again', { hedge: 'may', condition: 'If the council yields' }),
    ],
  },
}

describe('mode model', () => {
  it('reads a good answer: words and holders of the text, chances and windows of our rules', () =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        const { candidates, extractorVersion, run } = await extractWith(settingsFor(url), TEXT)
        for (const { quote, start, end } of candidates) expect(TEXT.slice(start, end)).toBe(quote)
        expect(candidates).toMatchObject([
          {
            ...{ quote: PORT, claimant: null, attribution: 'own', phrase: 'almost-certainly', polarity: '+' },
            probability: { mid: 0.9 },
            window: { text: 'by the end of 2026', end: '2026-12-31', source: 'stated' },
            reasons: ['model: says it will close'],
          },
          {
            ...{ claimant: 'Ann Roe', attribution: 'quoted', directness: 'paraphrase', phrase: 'unlikely' },
            window: { text: 'soon', end: '2026-05-10', source: 'rule' },
          },
          { phrase: 'may', weakHedge: true, condition: 'If the council yields', window: { source: 'default' } },
        ])
        expect(extractorVersion).toMatch(new RegExp(`^model/${PROMPT_VERSION}/test-model\\+built-in/`))
        expect(run).toEqual({
          mode: 'model',
          model: 'test-model',
          promptVersion: PROMPT_VERSION,
          fallback: null,
          withheld: null,
          refused: [],
          usage: { calls: 1, cachedCalls: 0, tokensIn: 1000, tokensOut: 200, costMicros: 270, durationMs: 0 },
        })
        expect(asked).toHaveLength(1)
        expect(asked[0]).toMatchObject({ model: 'test-model', temperature: 0, authorization: `Bearer ${KEY}` })
        expect(asked[0]?.material).toBe(TEXT)
      },
    ))

  it.each(['model', 'hybrid'] as const)('asks in mode %s with a schema that a strict service takes', (mode) =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        await extractWith(settingsFor(url, { mode }), TEXT)
        const form = asked[0]?.response_format
        const { schema, strict } = form?.type === 'json_schema' ? form.json_schema : {}
        expect(strict).toBe(true)
        expect(schema?.['type']).toBe('object')
        const written = JSON.stringify(schema)
        expect(written).not.toMatch(/"(\$ref|\$defs|definitions|minLength|maxLength|pattern|format|minimum|maximum)"/)
        const objects: Record<string, unknown>[] = []
        JSON.parse(written, (_, value) => {
          if (value?.type === 'object') objects.push(value)
          return value
        })
        expect(objects).toHaveLength(2)
        for (const { properties, required, additionalProperties } of objects) {
          expect(additionalProperties).toBe(false)
          expect(required).toEqual(Object.keys(properties as object))
        }
      },
    ),
  )

  it('takes an empty answer for what it is', () =>
    withModelServer(
      () => ({ content: { predictions: [] } }),
      async ({ url }) => {
        const { candidates, run } = await extractWith(settingsFor(url), TEXT)
        expect([candidates, run.fallback, run.refused]).toEqual([[], null, []])
      },
    ))

  it('asks nothing about a text without prose', () =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        const { candidates, run } = await extractWith(settingsFor(url), 'Related articles\n\n')
        expect([candidates, run.fallback, run.usage?.calls, asked.length]).toEqual([[], null, 0, 0])
      },
    ))

  it('sends a long text in chunks and joins what they share', () =>
    withModelServer(
      ({ material }) => ({
        content: {
          predictions: [...material.matchAll(/The mill of \w+ will close in 2027/g)].map(([quote]) => finding(quote)),
        },
      }),
      async ({ url, asked }) => {
        const names = Array.from({ length: 60 }, (_, i) => `Vel${String.fromCharCode(97 + (i % 26))}${i}`)
        const text = names
          .map(
            (name) =>
              `The mill of ${name} will close in 2027. ${'It is an old mill, and it stands empty. '.repeat(12)}`,
          )
          .join('\n\n')
        const { candidates, run } = await extractWith(settingsFor(url), text)
        expect(asked.length).toBeGreaterThan(2)
        expect(run.usage?.calls).toBe(asked.length)
        expect(
          asked.map(({ material }) => material.match(/of \w+ will/g)?.length ?? 0).reduce((a, b) => a + b),
        ).toBeGreaterThan(60)
        expect(candidates.map(({ quote }) => quote)).toEqual(
          names.map((name) => `The mill of ${name} will close in 2027`),
        )
      },
    ))
})

describe('mode hybrid', () => {
  it('drops and corrects what the built-in extractor found, and adds nothing', () =>
    withModelServer(
      () => ({
        content: {
          judgements: [
            judgement(0, { keep: false, reason: 'a term of the lease' }),
            judgement(1, {
              attribution: 'reported',
              claimant: 'Ann Roe',
              directness: 'paraphrase',
              reason: 'her view',
            }),
            judgement(7, {}),
            judgement(1, { keep: false }),
          ],
        },
      }),
      async ({ url, asked }) => {
        const ours = await builtIn(TEXT, PUBLISHED)
        expect(ours.candidates).toHaveLength(3)
        const { candidates, run, extractorVersion } = await extractWith(settingsFor(url, { mode: 'hybrid' }), TEXT)
        expect(asked[0]?.material).toContain(`{"candidate":0,"quote":"${PORT}"`)
        const [, mill, ferry] = ours.candidates
        expect(candidates).toEqual([
          { ...mill, attribution: 'reported', reasons: [...(mill?.reasons ?? []), 'model: her view'] },
          { ...ferry, reasons: [...(ferry?.reasons ?? []), 'the model did not judge it'] },
        ])
        expect(extractorVersion).toMatch(/^hybrid\//)
        expect(run.refused).toEqual([
          { reason: 'unknown-candidate', count: 1 },
          { reason: 'judged-twice', count: 1 },
          { reason: 'judged-no-prediction', count: 1 },
        ])
      },
    ))

  it('asks nothing where there is nothing to judge', () =>
    withModelServer(
      () => ({ content: { judgements: [] } }),
      async ({ url, asked }) => {
        const { candidates, run } = await extractWith(settingsFor(url, { mode: 'hybrid' }), 'It rained all day.')
        expect([candidates, run.fallback, asked.length]).toEqual([[], null, 0])
      },
    ))
})

describe('answers that are kept', () => {
  it('cost nothing the second time', () =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        const calls = memory()
        const first = await extractWith(settingsFor(url), TEXT, calls)
        const second = await extractWith(settingsFor(url), TEXT, calls)
        expect(asked).toHaveLength(1)
        expect(second.candidates).toEqual(first.candidates)
        expect(second.run.usage).toEqual({
          ...{ calls: 0, cachedCalls: 1, tokensIn: 0, tokensOut: 0, costMicros: 0, durationMs: 0 },
        })
        expect(calls.rows).toHaveLength(1)
        expect(calls.rows[0]).toMatchObject({ finishReason: 'stop', tokensIn: 1000, costMicros: 270, refused: 0 })
        expect(JSON.stringify(calls.rows)).not.toContain(KEY)
      },
    ))

  it('are asked for again when they are not of the form, or for another prompt or text', () =>
    withModelServer(
      () => good,
      async ({ url, asked }) => {
        const calls = memory()
        await extractWith(settingsFor(url), TEXT, calls)
        for (const row of calls.rows) row.answer = { predictions: 'none' }
        await extractWith(settingsFor(url), TEXT, calls)
        await extractWith(settingsFor(url), `${TEXT} So it goes.`, calls)
        expect(asked).toHaveLength(3)
      },
    ))

  it('count no cost without a price', () =>
    withModelServer(
      () => good,
      async ({ url }) => {
        const { run } = await extractWith(settingsFor(url, { prices: null }), TEXT)
        expect(run.usage).toMatchObject({ tokensIn: 1000, costMicros: null })
      },
    ))

  it('are left out where no database would take them', () =>
    withModelServer(
      () => ({ content: { predictions: [finding(PORT, { reason: 'NUL \u0000 and half a pair \ud83d' })] } }),
      async ({ url }) => {
        const calls = memory()
        const { candidates } = await extractWith(settingsFor(url), TEXT, calls)
        expect(candidates[0]?.reasons).toEqual(['model: NUL and half a pair'])
        expect(calls.rows).toEqual([])
      },
    ))
})
