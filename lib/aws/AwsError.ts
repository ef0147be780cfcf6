/** A refusal on AWS's wire. Each protocol writes it in its own form. */
export class AwsError extends Error {
  constructor(
    /** as the service's model has it, e.g. `ResourceNotFoundException` */
    readonly code: string,
    message: string,
    /** of the protocols whose errors have statuses of their own */
    readonly status = 400,
  ) {
    super(message);
    this.name = 'AwsError';
  }
}

/** For whatever the door does not have; there is nothing behind it that could answer. */
export function unknownOperation(what: string): AwsError {
  return new AwsError('UnknownOperationException', `Unknown operation: ${printable(what)}`, 404);
}

/** What a caller sent, as far as it goes back into an answer. */
export function printable(text: string): string {
  return text.slice(0, 200).replace(/[^\x20-\x7e]/g, '?');
}
