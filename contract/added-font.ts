/** A family for letters that the usual fonts lack, as it is installed beside a unit or beside factdeck. */
export interface AddedFont {
  /** Its own name. */
  family: string
  /** Of its package; another version may draw other letters. */
  version: string
  /** TrueType files by weight. */
  files: Readonly<Record<string, string>>
  /** What digests and pages get of it: nothing that only this machine has. */
  toJSON?(): object
}
