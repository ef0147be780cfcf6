/** A refusal: the type is not offered, or one of its parameters is missing or no name. */
export class SdkRefused extends Error {
  override name = 'SdkRefused';

  constructor(
    message: string,
    /** the configuration property that it is about */
    readonly parameter?: string,
  ) {
    super(message);
  }
}
