import type { CaseEvent } from '../../domain/cases/events.ts'
import { instant } from '../../domain/time/wall.ts'
import type { Events, Said, Standing, Standpoint } from './standing.ts'

const LATER = instant('2026-12-02', '18:00')

const taken = ({ owner }: Standpoint): CaseEvent => ({ kind: 'claimed', owner })
const why = ({ tx }: Standpoint) => tx.texts.keep('原因')
const TESTED: Events = [taken, { kind: 'contacted' }, (at) => ({ kind: 'tested', text: why(at) })]
const HANDLED: Events = [...TESTED, { kind: 'arrived' }, { kind: 'handled' }]
const REPLIED: Events = [...HANDLED, { kind: 'revisited', solved: true, satisfaction: 'good' }, { kind: 'replied' }]

const waiting: Standing = { events: [] }
const claimed: Standing = { events: [taken] }
const tested: Standing = { events: TESTED }
const handled: Standing = { events: HANDLED }
const replied: Standing = { events: REPLIED }
const closed: Standing = { events: [...REPLIED, { kind: 'closed', result: 'solved' }] }
const voided: Standing = { events: [{ kind: 'voided' }] }
const two: Standing = { events: [taken], beside: [taken] }
const confidential: Standing = { events: [taken], facts: { confidential: true } }
const urgent: Standing = { events: [taken], facts: { urgent: true } }

const asked = (wanted: 'noTest' | 'return' | 'suspend'): Events => [
  taken,
  (at) => ({ kind: 'asked', wanted, why: why(at) }),
]

/** What is said in the table of rights, line by line; words behind the verb's own are the rest. */
export const said: Record<string, Said> = {
  claim: { verb: 'claim', rest: '', standing: waiting },
  release: { verb: 'release', rest: '不在我片区', standing: claimed },
  assign: { verb: 'assign', rest: '@同事', standing: claimed },
  'assign waiting': { verb: 'assign', rest: '@同事', standing: waiting },
  transfer: { verb: 'transfer', rest: '@同事 外出', standing: claimed },
  accept: {
    verb: 'accept',
    rest: '',
    standing: {
      events: [
        ({ others }) => ({ kind: 'claimed', owner: others }),
        ({ owner }) => ({ kind: 'offered', to: owner, until: LATER }),
      ],
    },
  },
  urge: { verb: 'urge', rest: '', standing: claimed },
  contact: { verb: 'contact', rest: '约明天上午', standing: claimed },
  waiveContact: { verb: 'waiveContact', rest: '要求不回访', standing: claimed },
  arrive: { verb: 'arrive', rest: '', standing: claimed },
  'arrive waived': { verb: 'arrive', rest: '免到场 电话核实已停业', standing: claimed },
  progress: { verb: 'progress', rest: '商户在换滤芯', standing: claimed },
  'progress late': { verb: 'progress', rest: '又闻到了', standing: closed },
  test: { verb: 'test', rest: '油烟1.6', standing: claimed },
  'test waived': { verb: 'test', rest: '不宜检测 店铺已停业', standing: claimed },
  handle: {
    verb: 'handle',
    rest: '换了净化器',
    standing: tested,
  },
  revisit: { verb: 'revisit', rest: '已解决 满意', standing: handled },
  draft: { verb: 'draft', rest: '', standing: handled },
  replied: { verb: 'replied', rest: '', standing: handled },
  close: { verb: 'close', rest: '', standing: replied },
  cityRevisit: { verb: 'cityRevisit', rest: '已联系 已解决 满意', standing: closed },
  reopen: { verb: 'reopen', rest: '又有味', standing: closed },
  cohandle: { verb: 'cohandle', rest: '城管', standing: claimed },
  'cohandle oneself': { verb: 'cohandle', rest: '', standing: claimed },
  whistle: { verb: 'whistle', rest: '执法一队 应急', standing: waiting },
  reportIn: { verb: 'reportIn', rest: '', standing: claimed },
  'reportIn for another': {
    verb: 'reportIn',
    rest: '城管',
    standing: { events: [taken, { kind: 'helpCalled', unit: '城管', outside: true }] },
  },
  'agree lead': { verb: 'agree', rest: '', standing: { events: asked('noTest') } },
  'agree desk': { verb: 'agree', rest: '', standing: { events: asked('return') } },
  'agree deputy': { verb: 'agree', rest: '', standing: { events: asked('suspend') } },
  rule: {
    verb: 'rule',
    rest: '同意',
    standing: { events: [...asked('return'), { kind: 'agreed', wanted: 'return' }] },
  },
  resume: {
    verb: 'resume',
    rest: '',
    standing: { events: [taken, { kind: 'ruled', request: 'suspend', granted: true }] },
  },
  return: { verb: 'return', rest: '内部装修噪声,建议由住建委处理,依据三定职责', standing: claimed },
  'return waiting': { verb: 'return', rest: '内部装修噪声,建议由住建委处理,依据三定职责', standing: waiting },
  extend: { verb: 'extend', rest: '12月2日 等配件', standing: claimed },
  suspend: { verb: 'suspend', rest: '等市政管网改造,附施工计划', standing: claimed },
  exclude: { verb: 'exclude', rest: '恶意投诉,附记录', standing: claimed },
  followUp: { verb: 'followUp', rest: '7天', standing: closed },
  consult: { verb: 'consult', rest: '法制科 周四14:00', standing: claimed },
  conclude: { verb: 'conclude', rest: '加高烟道,执法一队督促,12月5日前', standing: claimed },
  supervise: { verb: 'supervise', rest: '周五前', standing: claimed },
  unsupervise: {
    verb: 'unsupervise',
    rest: '',
    standing: { events: [taken, { kind: 'supervised', level: 'deputy', until: LATER }] },
  },
  merge: { verb: 'merge', rest: '到 MAIN', standing: two },
  'merge waiting': { verb: 'merge', rest: '到 MAIN', standing: { events: [], beside: [taken] } },
  unmerge: {
    verb: 'unmerge',
    rest: '',
    standing: {
      events: [taken, ({ owner, beside = 0 }) => ({ kind: 'merged', into: beside, owner })],
      beside: [taken],
    },
  },
  snooze: { verb: 'snooze', rest: '2小时 等配件', standing: claimed },
  lowerUrgency: { verb: 'lowerUrgency', rest: '已排除', standing: urgent },
  void: { verb: 'void', rest: '报重了', standing: claimed },
  'void waiting': { verb: 'void', rest: '报重了', standing: waiting },
  restore: { verb: 'restore', rest: '', standing: voided },
  undo: { verb: 'undo', rest: '', standing: waiting },
  correct: { verb: 'correct', rest: '地址 芳古园一区18号楼', standing: claimed },
  'correct caller': { verb: 'correct', rest: '电话 13800005678', standing: claimed },
  'correct order': { verb: 'correct', rest: '时限 12月5日', standing: claimed },
  'correct basis': { verb: 'correct', rest: '口径 行业件', standing: claimed },
  show: { verb: 'show', rest: '', standing: claimed },
  trail: { verb: 'trail', rest: '', standing: claimed },
  photos: { verb: 'photos', rest: '', standing: claimed },
  contactDetails: { verb: 'contactDetails', rest: '平台核对', standing: claimed },
  'contactDetails confidential': {
    verb: 'contactDetails',
    rest: '平台核对',
    standing: confidential,
  },

  report: { verb: 'report', rest: '', past: ['missing-argument'] },
  mine: { verb: 'mine', rest: '' },
  errands: { verb: 'errands', rest: '' },
  reported: { verb: 'reported', rest: '' },
  list: { verb: 'list', rest: '' },
  dueSoon: { verb: 'dueSoon', rest: '' },
  overdue: { verb: 'overdue', rest: '' },
  brief: { verb: 'brief', rest: '' },
  stats: { verb: 'stats', rest: '' },
  find: { verb: 'find', rest: '老灶火锅' },
  whose: { verb: 'whose', rest: '广场舞' },
  standard: { verb: 'standard', rest: '噪声 2类 夜间' },
  judge: { verb: 'judge', rest: '昼间62.4 背景61.1 2类' },
  help: { verb: 'help', rest: '' },
  scenarios: { verb: 'scenarios', rest: '' },
  suggest: { verb: 'suggest', rest: '卡片写上楼栋' },
  spokenToday: { verb: 'spokenToday', rest: '' },
  pending: { verb: 'pending', rest: '' },
  quiz: { verb: 'quiz', rest: '噪声' },
  quizRecord: { verb: 'quizRecord', rest: '' },
  confirm: { verb: 'confirm', rest: '0000', past: ['not-confirmed'] },
  introduce: { verb: 'introduce', rest: '钱进 执法一队', past: ['not-on-roster'] },
  verify: { verb: 'verify', rest: 'ABCD2345', past: ['code-unknown'] },
  becomeAdmin: { verb: 'becomeAdmin', rest: 'ABCD2345', past: ['code-wrong'] },
  importCityRevisits: { verb: 'importCityRevisits', rest: '' },
  reconcile: { verb: 'reconcile', rest: '' },
  ledger: { verb: 'ledger', rest: '' },
  ledgerTemplate: { verb: 'ledgerTemplate', rest: '' },
  archive: { verb: 'archive', rest: '' },
  importOrders: { verb: 'importOrders', rest: '' },
  importRoster: { verb: 'importRoster', rest: '' },
  template: { verb: 'template', rest: '' },
  backup: { verb: 'backup', rest: '' },
  bindAll: { verb: 'bindAll', rest: '' },
  restoreBindings: { verb: 'restoreBindings', rest: '' },
  issueCodes: { verb: 'issueCodes', rest: '' },
  admissions: { verb: 'admissions', rest: '' },
  admit: { verb: 'admit', rest: '@同事', past: ['nobody-waits'] },
  setUpProgress: { verb: 'setUpProgress', rest: '' },
  trial: { verb: 'trial', rest: '' },
  goLive: { verb: 'goLive', rest: '' },
  bind: { verb: 'bind', rest: '石榴庄街道', past: ['bind-where'] },
  unbind: { verb: 'unbind', rest: '' },
  grant: { verb: 'grant', rest: '@同事 执法一队 负责人' },
  revoke: { verb: 'revoke', rest: '@同事' },
  duty: { verb: 'duty', rest: '执法一队 @同事 本周' },
  'duty of another unit': { verb: 'duty', rest: '执法二队 @同事 本周' },
  area: { verb: 'area', rest: '执法一队 方庄 成寿寺' },
  setOwner: { verb: 'setOwner', rest: '餐饮油烟 监测站' },
  learnPlace: { verb: 'learnPlace', rest: '望悦家园→石榴庄街道' },
  dropPlace: { verb: 'dropPlace', rest: '1', past: ['no-places-shown'] },
  showPlace: { verb: 'showPlace', rest: '' },
  forgetPlace: { verb: 'forgetPlace', rest: '望悦家园', past: ['unknown-place'] },
  mute: { verb: 'mute', rest: '2小时' },
  settings: { verb: 'settings', rest: '' },
  calendarDays: { verb: 'calendarDays', rest: '2027-01-01 休' },
}
