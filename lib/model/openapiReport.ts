/** One field of an imported document that was not honoured, with its place. */
export interface ImportWarning {
  /** 1-based line in the document */
  line: number;
  /** JSON pointer, e.g. `/paths/~1pets/get/security` */
  pointer: string;
  message: string;
  /** AWS's importer warns of it too; of what it leaves unread it says nothing */
  isOnAws?: true;
}
