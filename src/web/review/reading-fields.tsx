import type { Child, FC } from 'hono/jsx'
import { attributions, directnesses } from '../../core/candidate.ts'
import type { Candidate } from '../../core/commentary.ts'
import { phrases } from '../../core/lexicon/phrases.ts'
import { shownOf, type Typed } from './form.ts'

const Row: FC<{ children?: Child }> = ({ children }) => <div class="row">{children}</div>

type Choosing = { name: string; label: string; from: readonly string[]; chosen: string; none?: string }

const Choice: FC<Choosing> = ({ name, label, from, chosen, none }) => (
  <p class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {none === undefined ? null : (
        <option value="" selected={chosen === ''}>
          {none}
        </option>
      )}
      {from.map((value) => (
        <option value={value} selected={chosen === value}>
          {value.replaceAll('-', ' ')}
        </option>
      ))}
    </select>
  </p>
)

/** How likely the words say it is: by a phrase of the lexicon, or by a number. */
export const LikelihoodFields: FC<{ shown: { phrase: string; percent: string } }> = ({ shown }) => (
  <Row>
    <Choice name="phrase" label="The phrase used" from={Object.keys(phrases)} chosen={shown.phrase} none="a number" />
    <p class="field">
      <label for="percent">or the number said, in %</label>
      <input id="percent" name="percent" inputmode="decimal" maxlength={12} value={shown.percent} autocomplete="off" />
    </p>
  </Row>
)

/** How likely the words say it is, in which days, and who says so: what the extractor may have read wrongly. */
export const ReadingFields: FC<{ candidate: Candidate; typed: Typed }> = ({ candidate, typed }) => {
  const shown = { ...shownOf(candidate), ...typed }
  return (
    <>
      <LikelihoodFields shown={shown} />
      <Row>
        <p class="field">
          <label for="from">First day</label>
          <input id="from" name="from" type="date" value={shown.from} />
        </p>
        <p class="field">
          <label for="until">Last day</label>
          <input id="until" name="until" type="date" value={shown.until} />
        </p>
      </Row>
      <Row>
        <Choice name="attribution" label="Whose view" from={attributions} chosen={shown.attribution} />
        <Choice name="directness" label="Whose words" from={directnesses} chosen={shown.directness} />
      </Row>
      <p class="field">
        <label for="claimant">Who is quoted</label>
        <input id="claimant" name="claimant" maxlength={300} value={shown.claimant} autocomplete="off" />
      </p>
    </>
  )
}
