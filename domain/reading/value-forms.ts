/** One figure as people write it behind the name of what it measures. */
export const VALUE = String.raw`(?:[<>≤≥＜＞]|小于|大于|低于)?\s?\d+(?:\.\d+)?(?:\s?[×x]\s?10\^?\d+)?(?:L|\s?以下)?(?![\d.:])|未检出|ND(?![A-Za-z])|[小低]于检出限`
/** Units as they are written behind a figure. */
export const UNIT = String.raw`pp[mb](?![a-z])|(?:毫克|微克|纳克|[muµμn]?g)(?:\s?(?:\/|每)\s?(?:立方米?|升|m3|m³|L)(?![a-z])|(?![a-z/每]))|dB(?:\([AC]\)|A)?|分贝|[km]?V\/m|[uµμnm]T|[uµμm]?W\/c?m[2²]|(?:个|MPN)\/L`
/** Over what time a mean was taken. */
export const MEAN = '(?:日最大)?(?:24小时|1小时|8小时|24h|1h|8h|小时|日均|年均|日平均|年平均)(?:平均)?(?:值|浓度)?'
/** What may stand between a name and its figure. */
export const IS = String.raw`(?:[,，、]?\s*(?:折算|基准(?:风量)?)后?(?=排放|浓度|[:：=\s\d]))?(?:的?(?:(?:快|检|监|实|复)[测检](?:[得出了])?|测[得出了][,，]?)?(?:排放)?(?:浓度|含量|值|结果|均值|平均值?)?)?\s*[:：=]?\s*(?:都|均)?(?:为|是|约|达到?)?\s*`
/** Numbers that are no values: houses, distances, points, people. 「56.1 室内」 and 「56.2 点位2」 are none of them. */
export const OTHER =
  /(?<![A-Za-z\d.])(?:\d+\s?(?:号楼|号院|号(?!\w)|单元(?:\s?\d{3,4})?|层|楼(?![上下])|室(?![内外])|户(?!外)|个点位?|点(?!位)|个?(?:次|家|人|台|灶)|分钟|min|天|年)|\d+(?:\.\d+)?\s?(?:(?:米|c?m)(?![a-z/³3])|公里|度|℃|%|Hz))|\d+(?=窗|房|门)/giu
/** Names of points: 「下风向1」, 「2#」, 「点位3:」, 「2号点」. A digit that begins the figure is none: 「下风向13、18」, 「上风向0.12」. */
export const LABEL =
  /(?:[上下]风向|(?:参照|监控|对照)点?)(?:\s?\d{1,2}\s?[#号]点?|\s?\d(?=\s*[:：]|\s+[<＜\d未]))?|(?:点位|测点|监测点)\s?\d{1,2}\s?[#号:：]|(?<![\d.])\d{1,2}\s?(?:#(?!楼)(?:点位?|排口)?|号(?:点位?|排口)?(?=\s?[:：]?\s?[<＜\d]))/gu
