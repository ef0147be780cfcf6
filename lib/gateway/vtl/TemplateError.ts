/** A template that does not compile, or that failed while it ran; line and column count from 1. */
export class TemplateError extends Error {
  constructor(
    readonly reason: string,
    readonly templateName: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(`${templateName}:${line}:${column}: ${reason}`);
    this.name = 'TemplateError';
  }

  /** Builds the error for an offset into the template's source. */
  static at(reason: string, templateName: string, source: string, offset: number): TemplateError {
    const before = source.slice(0, offset);
    const lineStart = before.lastIndexOf('\n') + 1;
    const line = before.split('\n').length;
    return new TemplateError(reason, templateName, line, offset - lineStart + 1);
  }
}
