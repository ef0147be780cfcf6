/** A published version as the table shows it. */
export interface VersionRow {
  version: string;
  description: string;
  codeSha256: string;
  codeSize: number;
  /** ms since the epoch */
  lastModified: number;
  aliases: string[];
}
