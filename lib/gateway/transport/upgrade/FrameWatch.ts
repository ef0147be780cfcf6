import { PartialText } from './PartialText';

/** What is wrong with a frame, by RFC 6455 7.4's code. */
export interface FrameFault {
  code: 1007 | 1009;
  /** whole messages that the same chunk held before it */
  after: number;
}

/** Bytes of a frame's length behind the first two, by their seven bits. */
const EXTENDED = new Map([
  [126, 2],
  [127, 8],
]);
const MASK_BYTES = 4;
const TEXT = 1;
const BINARY = 2;
const CONTROL = 8;

/**
 * Sees what ws says too late or not at all: how long each frame says that it is, for ws bounds messages alone and AWS
 * bounds frames as well, and UTF-8 that is wrong in a message that has not ended (RFC 6455 8.1: the connection fails
 * at once). Everything else, and the text of a message that ends in the chunk in which it began, is for ws to judge.
 */
export class FrameWatch {
  private part: 'opcode' | 'size' | 'length' | 'mask' | 'payload' = 'opcode';
  /** bytes of this part that are still to come */
  private left = 1;
  private opcode = 0;
  private isFinal = false;
  private isMasked = false;
  private length = 0;
  /** four bytes, the first one highest */
  private mask = 0;
  /** of the message that is being read */
  private isText = false;
  private text: PartialText | undefined;
  /** messages that ended in this chunk */
  private ended = 0;

  constructor(private readonly limit: number) {}

  /** Not called any more once it found something. */
  read(chunk: Buffer): FrameFault | undefined {
    this.ended = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.part === 'payload') at = this.readPayload(chunk, at);
      else this.readHead(chunk[at++] ?? 0);
      if (this.length > this.limit) return { code: 1009, after: this.ended };
    }
    return this.text?.isValid() === false ? { code: 1007, after: this.ended } : undefined;
  }

  private readPayload(chunk: Buffer, at: number): number {
    const end = Math.min(at + this.left, chunk.length);
    const from = this.length - this.left;
    this.left -= end - at;
    const isLast = this.left === 0 && this.isFinal;
    if (this.isText && this.opcode < CONTROL && !isLast) {
      this.text ??= new PartialText();
      this.text.add(chunk, { at, end, from, mask: this.mask });
    }
    if (this.left === 0) this.endFrame();
    return end;
  }

  private readHead(byte: number): void {
    this.left -= 1;
    if (this.part === 'opcode') this.readOpcode(byte);
    else if (this.part === 'size') this.readSize(byte);
    else if (this.part === 'length') this.length = this.length * 256 + byte;
    else this.mask = (this.mask << 8) | byte;
    if (this.left === 0) this.endPart();
  }

  private readOpcode(byte: number): void {
    this.isFinal = (byte & 0x80) !== 0;
    this.opcode = byte & 0x0f;
    if (this.opcode === TEXT || this.opcode === BINARY) this.isText = this.opcode === TEXT;
  }

  private readSize(byte: number): void {
    this.isMasked = (byte & 0x80) !== 0;
    this.length = byte & 0x7f;
  }

  private endPart(): void {
    if (this.part === 'opcode') this.begin('size', 1);
    else if (this.part === 'size') this.endSize();
    else if (this.part === 'length') this.beginMask();
    else this.beginPayload();
  }

  private endSize(): void {
    const extended = EXTENDED.get(this.length);
    if (extended === undefined) this.beginMask();
    else {
      this.length = 0;
      this.begin('length', extended);
    }
  }

  private beginMask(): void {
    this.mask = 0;
    if (this.isMasked) this.begin('mask', MASK_BYTES);
    else this.beginPayload();
  }

  private beginPayload(): void {
    this.begin('payload', this.length);
    if (this.length === 0) this.endFrame();
  }

  private endFrame(): void {
    this.begin('opcode', 1);
    this.length = 0;
    if (!this.isFinal || this.opcode >= CONTROL) return;
    this.ended += 1;
    this.isText = false;
    this.text = undefined;
  }

  private begin(part: FrameWatch['part'], bytes: number): void {
    this.part = part;
    this.left = bytes;
  }
}
