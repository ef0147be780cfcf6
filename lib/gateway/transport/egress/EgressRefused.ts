/** The egress guard does not let this address or name be connected to. */
export class EgressRefused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'EgressRefused';
  }
}
