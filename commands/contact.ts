import { contact, contactTried } from '../domain/cases/steps.ts'
import { isOfferedTo } from '../domain/cases/transfer.ts'
import { isTry } from '../domain/reading/unreached.ts'
import { contacted, contactMissed } from '../domain/words/answers.ts'
import { turnDown } from './accept.ts'
import { caseNo, optional, rest } from './args.ts'
import { command } from './command.ts'
import { keep } from './keep.ts'
import { keepLate } from './late.ts'

/** 已联系 / 联系不上: the complainant was called, or a try. Refuses: claim-first, revisit-instead, wrong-state, not-yours. */
export default command({
  verb: 'contact',
  words: ['已联系', '联系了', '联系不上', '没联系上', '未接通', '没接通', '打不通', '没打通', '没人接'],
  also: [
    /^(?<rest>(?:已经?|刚|都)?(?:电话|打电话|致电)?(?:联系|沟通)(?:上|过|到)?了?(?:诉求人|居民|来电人|反映人|投诉人|本人|当事人)?(?:\p{Script=Han}{1,2}(?:先生|女士|小姐|阿姨|大爷|大妈|大姐|大哥|老师|师傅))?了?(?:[,，。;；:：\s][\s\S]*)?)$/u,
    // 「和诉求人联系过了」, 「跟王女士沟通了」, 「已致电诉求人」
    /^(?<rest>(?:已经?|刚刚?|都)?(?:和|跟|与|同)(?:诉求人|居民|来电人|反映人|投诉人|本人|\p{Script=Han}{1,2}(?:先生|女士|小姐|阿姨|大爷|大妈|大姐|大哥|老师|师傅))(?:电话)?(?:联系|沟通)(?:上|过|到|好)?了(?:[,，。;；:：\s][\s\S]*)?)$/u,
    /^(?<rest>(?:已经?|刚刚?|都)(?:致电|去电|电联)了?(?:诉求人|居民|来电人|反映人|投诉人|本人)?了?(?:[,，。;；:：\s][\s\S]*)?)$/u,
    /^(?<rest>(?:给(?:诉求人|居民|来电人))?(?:电话)?(?:打|拨)了?[一二两三四五\d]{0,2}[遍次个]?(?:电话)?(?:都)?(?:没人接|无人接听?|没接|打不通|不接)(?:[,，。;；\s][\s\S]*)?)$/u,
    /^(?<rest>(?:已经?|刚)?(?:给(?:诉求人|居民|来电人|反映人))?(?:打(?:了|过|完)电话了?|打电话了)(?:[,，。;；:：\s][\s\S]*)?)$/u,
    /^(?<rest>(?:诉求人|居民|来电人|反映人)?的?(?:电话|手机|号?码)?(?:暂时|一直|还是|都|是|已经?)?(?:联系不上|打不通|没人接|无人接听|(?:没|不)接(?:电话)?|关机|空号|停机)了?(?:[,，。;；\s][\s\S]*)?)$/u,
    /^(?<rest>(?:诉求人|居民|来电人|反映人)?的?(?:电话|手机)?(?:刚刚?|终于|已经?)?(?:打|接)通了?(?:[,，。;；\s][\s\S]*)?)$/u,
    /^(?<rest>(?:电话|手机)?(?:还)?(?:没有?|未能?)(?:联系|打|接)(?:上|通)(?:诉求人|居民|来电人|反映人|投诉人|本人|当事人)?(?:[,，。;；\s][\s\S]*)?)$/u,
  ],
  plain: /联系|沟通|打|拨|接通|没人接|无人接|诉求人|居民|来电人/,
  step: { stage: 1 },
  ofMain: 'sameCaller',
  summary: '记联系:已联系或联系不上',
  hint: { line: '办', say: '「128 已联系」' },
  args: { no: caseNo, what: optional(rest) },
  examples: [
    {
      as: '李强',
      in: '方庄群',
      say: '101 已联系 约明天上午10点现场',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记联系',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '101 已联系 到场 检测 油烟1.6',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记联系、到场、检测。还差:处置',
    },
    {
      as: '李强',
      in: '方庄群',
      say: '101 联系不上',
      after: [{ as: '李强', in: '方庄群', say: '领哨 101' }],
      hears: '#101 已记一次未接通',
    },
  ],
  run(context) {
    const { args, speaker, data, look, now, find, change, heard } = context
    // 「101 不接 人手不够」 of whom it was offered to is no missed call.
    if (DECLINED.test(args.what ?? '') && isOfferedTo(find(args.no), speaker, now))
      return turnDown(args.no, args.what?.replace(DECLINED, ''), context)
    const late = keepLate(args.no, { what: isTry(heard.text) ? '联系未接通' : '联系', words: args.what }, context)
    if (late) return late
    if (isTry(heard.text)) return contactMissed(change(args.no, (c) => contactTried(c, speaker)).c)
    const text = args.what === undefined ? undefined : keep(data, args.no, args.what)
    return contacted(change(args.no, (c) => contact(c, speaker, text)).c, look)
  },
})

const DECLINED = /^不接[\s,，。;；:：]*/u
