/** One figure as people write it behind the name of what it measures. */
export const VALUE = String.raw`(?:[<>≤≥＜＞]|小于|大于|低于)?\s?\d+(?:\.\d+)?(?:\s?[×x]\s?10\^?\d+)?L?(?![\d.:])|未检出`
/** Units as they are written behind a figure. */
export const UNIT = String.raw`(?:毫克|微克|[muµμn]g)(?:\s?(?:\/|每)\s?(?:立方米?|升|m3|m³|L)(?![a-z])|(?![a-z/每]))|dB(?:\([AC]\)|A)?|分贝|[km]?V\/m|[uµμnm]T|[uµμm]?W\/c?m[2²]|(?:个|MPN)\/L`
/** Over what time a mean was taken. */
export const MEAN = '(?:日最大)?(?:24小时|1小时|8小时|24h|1h|8h|小时|日均|年均|日平均|年平均)(?:平均)?(?:值|浓度)?'
/** What may stand between a name and its figure. */
export const IS = String.raw`(?:的?(?:排放)?(?:浓度|含量|值|结果|均值))?\s*[:：=]?\s*(?:都|均)?(?:为|是|约|达到?)?\s*`
/** Numbers that are no values: houses, distances, points, people. */
export const OTHER =
  /\d+(?:\.\d+)?\s?(?:号楼|号院|号(?!\w)|单元|层|楼|室|户|(?:米|m)(?![a-z/³3])|公里|个?(?:点位|点|次|家|人|台|灶)|分钟|min|天|年|度|℃|%|Hz)|\d+(?=窗|房|门)/giu
/** Names of points: 「下风向1」, 「2#」, 「2号点」. */
export const LABEL =
  /[上下]风向\s?\d?\s?(?:[#号]点?)?|(?:参照|监控|对照)点?\s?\d?\s?#?|(?<![\d.])\d{1,2}\s?(?:#(?!楼)(?:点位?|排口)?|号(?:点位?|排口)?(?=\s?[:：]?\s?[<＜\d]))/gu
