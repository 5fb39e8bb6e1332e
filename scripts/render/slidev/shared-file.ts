/** A file that pages or projects share; its name is relative, with forward slashes. */
export interface SharedFile {
  name: string
  data: string | Uint8Array
}
