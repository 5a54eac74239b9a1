import type { Case } from '../domain/cases/case.ts'
import { resend } from '../domain/cases/close.ts'
import { isOrder } from '../domain/cases/grade.ts'
import { hasHand } from '../domain/cases/hands.ts'
import { register } from '../domain/cases/register.ts'
import { likelyKnown } from '../domain/cases/similar.ts'
import { inScope } from '../domain/people/speaker.ts'
import type { Complaint } from '../domain/reading/complaint.ts'
import { mask } from '../domain/reading/personal.ts'
import { Refusal } from '../domain/refusal.ts'
import { askMissing, knownOrder, missingInRoom } from '../domain/words/answers.ts'
import { likeKnown } from '../domain/words/files.ts'
import { doubts } from '../domain/words/notes.ts'
import { knownReturned, resentAnswer } from '../domain/words/returned.ts'
import { lines, type Sentence } from '../domain/words/sentence.ts'
import { optional, rest } from './args.ts'
import { type Context, command } from './command.ts'
import { hintToRecall } from './privacy.ts'

/**
 * 上报: complaints become cases, each with a number, a street and a card, in one transaction. The card is the answer.
 * The same order, or the same words of the same person within ten minutes, is no second case.
 * Refuses: missing-argument when nothing in the words is a complaint.
 */
export default command({
  verb: 'report',
  words: ['上报', '报件', '报'],
  only: /^(?![名到销表价警备告]|材料|数据|总结|方案)/,
  summary: '直接粘贴工单,或写小区楼号+问题',
  hint: { line: '报', say: '粘贴工单,或写「芳古园一区11号楼 油烟大」。私聊也行' },
  args: { words: optional(rest) },
  examples: [
    {
      as: '小刘',
      in: '方庄群',
      say: '【工单编号】202611230001\n【地址】方庄街道芳城园二区8号楼底商\n【反映内容】楼下面馆油烟直排,开不了窗\n【联系电话】13800005678\n【处理时限】2026-11-30 09:30',
      hears: '#102 待领哨｜餐饮油烟｜方庄街道 芳城园二区8号楼底商',
    },
    {
      as: '小刘',
      in: '方庄群',
      say: '上报 芳群园四区12号楼南侧工地后半夜打桩',
      hears: '#102 待领哨｜施工噪声｜方庄街道',
    },
  ],
  run(context) {
    const { heard } = context
    if (!heard.complaints.length)
      throw new Refusal('missing-argument', {
        verb: 'report',
        what: '地址和问题',
        example: '上报 芳古园一区11号楼 底商油烟大',
      })
    return lines(...heard.complaints.map((complaint, i) => one(complaint, i, context)), privacyNotice(context))
  },
})

function one(complaint: Complaint, index: number, context: Context<object>): Sentence {
  const { data, look, speaker, now, occasion, heard } = context
  const known = sameBefore(complaint, context)
  if (known?.state === 'returned' && inScope(speaker, known)) return sentAgain(known, complaint, context)
  if (known) return knownOrder(known, look, inScope(speaker, known))
  const like = heard.isNew ? undefined : likeOne(complaint, context)
  if (like) return askWhether(like, complaint, context)
  const room = data.people.roomFor(complaint.street)
  const no = data.cases.nextNo()
  const event = register(complaint, {
    now,
    rules: look.settings,
    ids: keepWords(complaint, context),
    ...(speaker.room && { reportedIn: speaker.room.id }),
    ...(room && { cardRoom: room.id }),
    ...(context.heard.listed && { listed: true }),
    ...(/行业件/.test(heard.text) && { basis: 'industry' as const }),
  })
  const c = data.record(
    [{ no, at: now, by: speaker.person, ...(context.cause !== undefined && { cause: context.cause }), event }],
    now,
  )
  if (c.missing.length && !context.heard.listed) askWhatIsMissing()
  return lines(...doubts(c, complaint.notes))

  function askWhatIsMissing(): void {
    const reachable = data.people.reachable(speaker.person) || !speaker.room
    // The card says it here.
    if (!reachable && c.cardRoom === speaker.room!.id) return
    const to = reachable ? { person: speaker.person } : { room: speaker.room!.id }
    const sentence = reachable ? askMissing(c) : missingInRoom(c)
    data.outbox.say({ to, class: 'reply', key: `missing-${no}-${index}-${occasion}`, no, sentence }, now)
  }
}

/** A returned order the platform sends again: opened by who may. A row of a sheet may be an old one and opens nothing. */
function sentAgain(known: Case, complaint: Complaint, { speaker, look, heard, change }: Context<object>): Sentence {
  if (heard.listed || !hasHand(known, speaker, 'reopen')) return knownReturned(known, look)
  const stated = complaint.notes.some(({ kind }) => kind === 'deadline-derived') ? undefined : complaint.deadline
  const deadline = stated === undefined ? undefined : { at: stated, official: isOrder(known.channel), derived: false }
  return resentAnswer(change(known.no, (c) => resend(c, speaker, { deadline })).c, look)
}

/** Talk about a known case opens nothing (domain.md section 4); lists of cases are taken as they are. */
function likeOne(complaint: Complaint, { data, look, speaker, heard }: Context<object>): Case | undefined {
  if (heard.complaints.length > 1 || heard.listed) return undefined
  const { address = '', subject = '', ...rest } = complaint
  const near = data.alike.near({ ...rest, place: mask(address), subject, content: mask(complaint.content) })
  return likelyKnown(
    complaint,
    near.filter((c) => inScope(speaker, c)),
    look.text,
  )
}

function askWhether(like: Case, complaint: Complaint, { data, speaker, now, cause }: Context<object>): Sentence {
  const { name, phone, flat, content, altPhones = [] } = complaint
  const known = [name, phone, flat, ...altPhones].filter((value) => value !== undefined)
  const words = data.texts.keep(data.vault.mask(like.complainant, mask(content, known)).slice(0, 500))
  const about = { words, ...(cause !== undefined && { message: cause }) }
  data.questions.ask({ person: speaker.person, kind: 'same', choices: [like.no], ...about }, now)
  return likeKnown(like)
}

// Written where a name should stand: nobody who could be called.
const NOBODY = /^(?:匿名|保密|不详|未留|无|无名|不愿透露)(?:市民|群众|来电人|诉求人)?$/

/** Words go masked beside the log, personal data into the vault; the event holds only their ids. */
function keepWords(complaint: Complaint, { data, now }: Context<object>) {
  const { phone, flat, address, subject, content } = complaint
  const name = NOBODY.test(complaint.name ?? '') ? undefined : complaint.name
  const personal = {
    ...(name !== undefined && { name }),
    ...(phone !== undefined && { phone }),
    ...(flat !== undefined && { flat }),
  }
  const known = [...Object.values(personal), ...(complaint.altPhones ?? [])]
  return {
    ...(address !== undefined && { place: data.texts.keep(mask(address, known)) }),
    ...(subject !== undefined && { subject: data.texts.keep(mask(subject, known)) }),
    ...(content !== '' && { content: data.texts.keep(mask(content, known)) }),
    ...(Object.keys(personal).length > 0 && { complainant: data.vault.keep(personal, now) }),
  }
}

function sameBefore(
  { externalNo, content, address }: Complaint,
  { data, speaker, now }: Context<object>,
): Case | undefined {
  if (externalNo !== undefined) return data.cases.withExternalNo(externalNo)
  const words = mask(content)
  const place = mask(address ?? '')
  return data.cases
    .reportedBy(speaker.person, now - 10 * 60_000)
    .find((c) => c.state !== 'void' && data.texts.body(c.content) === words && data.texts.body(c.place) === place)
}

function privacyNotice(context: Context<object>): Sentence | undefined {
  const has = (field: 'phone' | 'name' | 'flat') => context.heard.complaints.some((one) => one[field] !== undefined)
  const what = has('phone') ? '电话' : has('name') ? '姓名' : has('flat') ? '门牌' : undefined
  if (what !== undefined) hintToRecall(what, context, '案件已登记')
  return undefined
}
