/**
 * Marks of state or work secrets (domain.md section 10): 绝密, 机密, 秘密★, 工作秘密, and 内部 as a mark of a paper, not as
 * a word of a sentence (「内部时限」, 「内部装修」).
 */
const MARKS =
  /绝密|机密(?!码)|秘密\s*[★☆*＊]|工作秘密|[【〔[(（]\s*内部\s*[】〕\])）]|(?:^|\n)[ \t]*内部[ \t]*(?:$|\n|[★☆])|内部(?:资料|文件|材料|刊物|使用|传阅|事项)/u

/** Whether a text, or the name of a file, bears such a mark: then it is neither read nor kept. */
export function isSecret(text: string): boolean {
  return MARKS.test(text)
}
