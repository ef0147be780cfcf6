/** Why `Request.readBody` gave up; what the handler answers then is replaced or dropped by the transport. */
export class ClientGone extends Error {
  constructor() {
    super('the client left before its body was whole');
    this.name = 'ClientGone';
  }
}

/** The client is answered 408. */
export class ClientTooSlow extends Error {
  constructor() {
    super('the body came too slowly');
    this.name = 'ClientTooSlow';
  }
}

/** The client is answered 503: bodies in flight hold all the memory that they may. */
export class OverCapacity extends Error {
  constructor() {
    super('no memory left for request bodies');
    this.name = 'OverCapacity';
  }
}

/** The client is answered 400: the chunks of its body were broken. */
export class MalformedBody extends Error {
  constructor() {
    super('the body is not well-formed');
    this.name = 'MalformedBody';
  }
}
