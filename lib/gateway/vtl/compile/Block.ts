import type { Execute, Frame, Run } from '../Run';
import { Bean } from '../values';

/** What #define names: run anew each time that it is printed, with the variables of that moment. */
export class Block extends Bean {
  private readonly frame: Frame | null;

  constructor(
    private readonly run: Run,
    private readonly body: Execute,
  ) {
    super();
    this.frame = run.frame;
  }

  override text(): string {
    return this.run.enter(this.frame, () => this.run.capture(this.body));
  }
}
