/** Where bytes of a frame's payload lie in a chunk. */
interface Piece {
  at: number;
  end: number;
  /** how much of the frame's payload came before */
  from: number;
  /** RFC 6455 5.3, the first byte highest */
  mask: number;
}

/** The text of a message that has not ended, as far as it came: whether it can still become UTF-8. */
export class PartialText {
  // A byte order mark is text like any other.
  private readonly decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  /** what this chunk held, unmasked: decoded at once, for a fragment may be one byte */
  private pending: Buffer | undefined;
  private size = 0;

  add(chunk: Buffer, { at, end, from, mask }: Piece): void {
    this.pending ??= Buffer.allocUnsafe(chunk.length - at);
    for (let index = at; index < end; index += 1)
      this.pending[this.size++] = (chunk[index] ?? 0) ^ (mask >>> (24 - ((from + index - at) & 3) * 8));
  }

  /** Asked once at each chunk's end. */
  isValid(): boolean {
    const { pending, size } = this;
    this.pending = undefined;
    this.size = 0;
    try {
      if (pending) this.decoder.decode(pending.subarray(0, size), { stream: true });
      return true;
    } catch {
      return false;
    }
  }
}
