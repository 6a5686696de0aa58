import type { Claim } from '../claims/claim.ts'
import { isIdleCould } from './could-gates.ts'
import { isDenied, isDisclaimed, isDismissed, isOfNobody, isSettled } from './denial-gates.ts'
import { isDisclaimer, isDiscourse } from './discourse-gates.ts'
import {
  isDescription,
  isPastIntent,
  isPastPosition,
  isSupposed,
  isTerm,
  isUnderCondition,
  isUnderNorm,
  isUnderWould,
  isWanted,
} from './embedding-gates.ts'
import { isAdynaton, isExpectedOfAnyone, isGeneric, isPuzzled } from './generic-gates.ts'
import { isArranged, isBirthday, isComparison, isHabit, isLiteral, isSaying } from './idiom-gates.ts'
import { isCapability, isImpression, isRequirement } from './modal-gates.ts'
import { isAbility, isGuess, isOthersReason, isOwnIntention, isOwnPast, isPermission } from './own-gates.ts'
import { isAboutPast, isBygone, isOfThen, isOnceHeld } from './past-gates.ts'
import { isAsked, isIndirectQuestion, isQuestion } from './question-gates.ts'
import { isRule } from './rule-gates.ts'
import { isNormative } from './should-gates.ts'
import { isTalk } from './talk-gates.ts'
import { isUnrealWould } from './would-gates.ts'

type Gate = { reason: string; holds: (claim: Claim) => boolean }

/**
 * What keeps a passage that looks like a forecast from being one, in words; tried in order. To let something in or keep it
 * out, change a gate or add one: nothing else decides.
 */
const gates: readonly Gate[] = [
  { reason: 'a question', holds: isQuestion },
  { reason: 'an indirect question', holds: isIndirectQuestion },
  { reason: 'an indirect question', holds: isAsked },
  { reason: 'supposed, or a purpose', holds: isSupposed },
  { reason: 'inside a condition', holds: isUnderCondition },
  { reason: 'wanted, feared, asked for or only discussed', holds: isWanted },
  { reason: 'dismissed', holds: isDismissed },
  { reason: 'settled', holds: isSettled },
  { reason: 'denied by another', holds: isDenied },
  { reason: 'said of nobody', holds: isOfNobody },
  { reason: 'not said', holds: isDisclaimed },
  { reason: 'inside a norm', holds: isUnderNorm },
  { reason: 'inside an unreal clause', holds: isUnderWould },
  { reason: 'a past position', holds: isPastPosition },
  { reason: 'a past intent', holds: isPastIntent },
  { reason: 'a future of the past', holds: isBygone },
  { reason: 'once held', holds: isOnceHeld },
  { reason: 'a guess at what has been', holds: isAboutPast },
  { reason: 'of the past or the present', holds: isOfThen },
  { reason: 'terms of a plan', holds: isTerm },
  { reason: 'a description', holds: isDescription },
  { reason: 'unreal, past or planned (would)', holds: isUnrealWould },
  { reason: 'capability (can)', holds: isCapability },
  { reason: 'idle could', holds: isIdleCould },
  { reason: 'an impression, or the present', holds: isImpression },
  { reason: 'a requirement', holds: isRequirement },
  { reason: 'normative', holds: isNormative },
  { reason: 'what the author once held', holds: isOwnPast },
  { reason: 'what the author means to do', holds: isOwnIntention },
  { reason: 'a permission', holds: isPermission },
  { reason: 'an ability', holds: isAbility },
  { reason: 'a guess at the past', holds: isGuess },
  { reason: 'a reason inside the claim of another', holds: isOthersReason },
  { reason: 'a saying', holds: isSaying },
  { reason: 'word for word', holds: isLiteral },
  { reason: 'a habit', holds: isHabit },
  { reason: 'what anyone of a kind does', holds: isGeneric },
  { reason: 'what anyone of a kind does', holds: isExpectedOfAnyone },
  { reason: 'never to be', holds: isAdynaton },
  { reason: 'not understood', holds: isPuzzled },
  { reason: 'a rule or a notice', holds: isRule },
  { reason: 'a birthday', holds: isBirthday },
  { reason: 'a comparison', holds: isComparison },
  { reason: 'on the programme', holds: isArranged },
  { reason: 'small print', holds: isDisclaimer },
  { reason: 'about the text itself', holds: isDiscourse },
  { reason: 'talk', holds: isTalk },
]

/**
 * Why a passage is no prediction, or null when it is one. Verb phrases under one modal fall with the first: "a goose will
 * slow, stall and drop its feet".
 */
export const refusal = (claim: Claim): string | null => {
  const own = gates.find((gate) => gate.holds(claim))?.reason ?? null
  const head = claim.cue.shared?.head
  return own ?? (head ? refusal({ ...claim, cue: head }) : null)
}
