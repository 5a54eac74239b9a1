import type { Verb } from '../domain/people/rights.ts'
import type { Wording } from '../domain/reading/command.ts'
import accept from './accept.ts'
import admissions from './admissions.ts'
import admit from './admit.ts'
import agree from './agree.ts'
import archive from './archive.ts'
import area from './area.ts'
import type { Arg } from './args.ts'
import arrive from './arrive.ts'
import assign from './assign.ts'
import backup from './backup.ts'
import becomeAdmin from './become-admin.ts'
import bind from './bind.ts'
import bindAll from './bind-all.ts'
import brief from './brief.ts'
import calendarDays from './calendar-days.ts'
import cityRevisit from './city-revisit.ts'
import claim from './claim.ts'
import close from './close.ts'
import cohandle from './cohandle.ts'
import type { Command } from './command.ts'
import conclude from './conclude.ts'
import confirm from './confirm.ts'
import consult from './consult.ts'
import contact from './contact.ts'
import contactDetails from './contact-details.ts'
import correct from './correct.ts'
import draft from './draft.ts'
import dropPlace from './drop-place.ts'
import dueSoon from './due-soon.ts'
import duty from './duty.ts'
import errands from './errands.ts'
import exclude from './exclude.ts'
import extend from './extend.ts'
import find from './find.ts'
import followUp from './follow-up.ts'
import forgetPlace from './forget-place.ts'
import goLive from './go-live.ts'
import grant from './grant.ts'
import handle from './handle.ts'
import help from './help.ts'
import importCityRevisits from './import-city-revisits.ts'
import importOrders from './import-orders.ts'
import importRoster from './import-roster.ts'
import introduce from './introduce.ts'
import issueCodes from './issue-codes.ts'
import judge from './judge.ts'
import learnPlace from './learn-place.ts'
import ledger from './ledger.ts'
import ledgerTemplate from './ledger-template.ts'
import list from './list.ts'
import lowerUrgency from './lower-urgency.ts'
import merge from './merge.ts'
import mine from './mine.ts'
import mute from './mute.ts'
import overdue from './overdue.ts'
import pending from './pending.ts'
import photos from './photos.ts'
import progress from './progress.ts'
import quiz from './quiz.ts'
import quizRecord from './quiz-record.ts'
import reconcile from './reconcile.ts'
import release from './release.ts'
import reopen from './reopen.ts'
import replied from './replied.ts'
import report from './report.ts'
import reportIn from './report-in.ts'
import reported from './reported.ts'
import restore from './restore.ts'
import restoreBindings from './restore-bindings.ts'
import resume from './resume.ts'
import returnCase from './return.ts'
import revisit from './revisit.ts'
import revoke from './revoke.ts'
import rule from './rule.ts'
import scenarios from './scenarios.ts'
import setOwner from './set-owner.ts'
import setUpProgress from './set-up-progress.ts'
import settings from './settings.ts'
import show from './show.ts'
import showPlace from './show-place.ts'
import snooze from './snooze.ts'
import spokenToday from './spoken-today.ts'
import standard from './standard.ts'
import stats from './stats.ts'
import suggest from './suggest.ts'
import supervise from './supervise.ts'
import suspend from './suspend.ts'
import template from './template.ts'
import test from './test.ts'
import trail from './trail.ts'
import transfer from './transfer.ts'
import trial from './trial.ts'
import unbind from './unbind.ts'
import undo from './undo.ts'
import unmerge from './unmerge.ts'
import unsupervise from './unsupervise.ts'
import urge from './urge.ts'
import verify from './verify.ts'
import voidCase from './void.ts'
import waiveContact from './waive-contact.ts'
import whistle from './whistle.ts'
import whose from './whose.ts'

/** Everything people can say, in the order help shows it. */
export const commands: readonly Command[] = checked([
  report,
  claim,
  contact,
  contactDetails,
  arrive,
  handle,
  progress,
  urge,
  test,
  revisit,
  draft,
  replied,
  cityRevisit,
  close,
  release,
  transfer,
  accept,
  cohandle,
  whistle,
  reportIn,
  assign,
  agree,
  pending,
  followUp,
  consult,
  conclude,
  supervise,
  unsupervise,
  merge,
  unmerge,
  returnCase,
  extend,
  suspend,
  resume,
  exclude,
  rule,
  admissions,
  admit,
  reopen,
  snooze,
  lowerUrgency,
  waiveContact,
  correct,
  undo,
  voidCase,
  restore,
  show,
  trail,
  photos,
  mine,
  errands,
  list,
  find,
  whose,
  standard,
  judge,
  overdue,
  dueSoon,
  reported,
  brief,
  stats,
  ledger,
  quiz,
  quizRecord,
  help,
  scenarios,
  suggest,
  confirm,
  introduce,
  verify,
  becomeAdmin,
  backup,
  template,
  importRoster,
  importOrders,
  importCityRevisits,
  reconcile,
  ledgerTemplate,
  archive,
  bindAll,
  restoreBindings,
  issueCodes,
  setUpProgress,
  trial,
  goLive,
  bind,
  unbind,
  grant,
  revoke,
  duty,
  area,
  setOwner,
  learnPlace,
  dropPlace,
  showPlace,
  forgetPlace,
  mute,
  spokenToday,
  settings,
  calendarDays,
] as unknown as Command[])

/** What the reader of messages knows of the commands. */
export const wordings: readonly Wording[] = commands.map((command) => ({
  verb: command.verb,
  words: command.words,
  ...(command.also && { also: command.also }),
  ...(command.asked && { asked: command.asked }),
  ...(command.plain && { plain: command.plain }),
  ...(command.step && { step: command.step }),
  ...(command.quotedFirst && { quotedFirst: command.quotedFirst }),
  onCase: argsOf(command).some((arg) => arg.onCase),
  bare: argsOf(command).length === 0,
  ...(command.only && { only: command.only }),
  acts: command.verb !== 'show' && argsOf(command).some((arg) => arg.onCase),
}))

/** What may be said by somebody nobody knows yet. */
export const forStrangers: ReadonlySet<Verb> = new Set(
  commands.filter(({ strangersToo }) => strangersToo).map(({ verb }) => verb),
)

/** The command of a verb. */
export function commandOf(verb: Verb): Command {
  const found = commands.find((command) => command.verb === verb)
  if (!found) throw new Error(`no command for ${verb}`)
  return found
}

/** The arguments of a command, as they are read one by one. */
export function argsOf(command: Command): Arg<unknown>[] {
  return Object.values(command.args as Record<string, Arg<unknown>>)
}

// Two commands with one word, or one nobody can learn, are mistakes of ours: the program does not start with them.
function checked(all: Command[]): Command[] {
  const owner = new Map<string, Verb>()
  for (const { verb, words, summary, examples } of all) {
    if (!summary || !examples.length) throw new Error(`command ${verb} needs a summary and an example`)
    for (const word of words) {
      if (owner.has(word)) throw new Error(`「${word}」 belongs to ${owner.get(word)} and ${verb}`)
      owner.set(word, verb)
    }
  }
  return all
}
