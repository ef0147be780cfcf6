/** Bytes of a frame's length behind the first two, by their seven bits; and of its mask. */
const EXTENDED = new Map([
  [126, 2],
  [127, 8],
]);
const MASK_BYTES = 4;

/**
 * Sees how long each frame of a connection says that it is (RFC 6455 5.2). ws bounds messages alone, and AWS bounds
 * frames as well. Nothing is read here but lengths: what the frames are is for ws to judge.
 */
export class FrameWatch {
  /** bytes of the frame that is being read, mask and all, which are still to come */
  private rest = 0;
  private isBegun = false;
  /** bytes of the extended length that are still to come, and what came */
  private lengthLeft = 0;
  private length = 0;
  private maskBytes = 0;

  constructor(private readonly limit: number) {}

  /** @returns false from the chunk on in which a longer frame begins */
  accepts(chunk: Buffer): boolean {
    let at = 0;
    while (at < chunk.length) {
      if (this.rest > 0) {
        const passed = Math.min(this.rest, chunk.length - at);
        this.rest -= passed;
        at += passed;
        continue;
      }
      this.readHead(chunk[at] ?? 0);
      if (this.length > this.limit) return false;
      at += 1;
    }
    return true;
  }

  private readHead(byte: number): void {
    if (this.lengthLeft > 0) {
      this.length = this.length * 256 + byte;
      this.lengthLeft -= 1;
      if (this.lengthLeft === 0) this.endHead();
    } else if (this.isBegun) {
      this.isBegun = false;
      this.maskBytes = byte & 0x80 ? MASK_BYTES : 0;
      const short = byte & 0x7f;
      this.lengthLeft = EXTENDED.get(short) ?? 0;
      this.length = this.lengthLeft > 0 ? 0 : short;
      if (this.lengthLeft === 0) this.endHead();
    } else {
      this.isBegun = true;
      this.length = 0;
    }
  }

  private endHead(): void {
    this.rest = this.length + this.maskBytes;
  }
}
