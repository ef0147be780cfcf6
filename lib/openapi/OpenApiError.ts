/** One thing that is wrong with a document, with its place. */
export interface OpenApiProblem {
  message: string;
  /** 1-based */
  line: number;
  /** JSON pointer; '' is the document itself */
  pointer: string;
}

/** A document that was refused whole. `line` and `pointer` are those of the first of `errors`. */
export class OpenApiError extends Error {
  readonly code = 'InvalidOpenApi';
  readonly line: number;
  readonly pointer: string;

  /** @param errors all problems found, at least one and at most `maxErrors` */
  constructor(readonly errors: [OpenApiProblem, ...OpenApiProblem[]]) {
    super(errors[0].message);
    this.name = 'OpenApiError';
    this.line = errors[0].line;
    this.pointer = errors[0].pointer;
  }
}

/** True for an OpenApiError of any copy of this module. */
export function isOpenApiError(error: unknown): error is OpenApiError {
  return error instanceof Error && 'code' in error && error.code === 'InvalidOpenApi';
}

/** Refuses a document for one reason that makes further reading pointless. */
export function refuseAt(line: number, message: string, pointer = ''): never {
  throw new OpenApiError([{ message, line, pointer }]);
}
