/** A reason not to start that a person can act on: it is printed without a stack, and the start ends with 1. */
export class StartFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartFailure';
  }
}
