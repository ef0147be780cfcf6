/** AWS's error names and statuses (reference/control-plane.md section 2). */
export const errorStatus = {
  BadRequestException: 400,
  UnauthorizedException: 401,
  AccessDeniedException: 403,
  NotFoundException: 404,
  ConflictException: 409,
  LimitExceededException: 429,
  TooManyRequestsException: 429,
  ServiceUnavailableException: 503,
} as const;
export type ErrorCode = keyof typeof errorStatus;

/** One thing wrong with an input; `field` is the path in the operation's input, e.g. `throttle.rateLimit`. */
export interface FieldError {
  field: string;
  message: string;
  /** 1-based line of a pasted document, where there is one */
  line?: number;
}

/**
 * What an operation throws when it refuses. Crosses bundle borders as plain data: tell it by `code`, never by
 * instanceof (design.md section 5).
 */
export class ControlError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly fields: FieldError[] = [],
  ) {
    super(message);
    this.name = 'ControlError';
  }
}

/** True for a ControlError of any copy of this module. */
export function isControlError(error: unknown): error is ControlError {
  return (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code in errorStatus &&
    'fields' in error
  );
}
