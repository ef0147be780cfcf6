import { flushAuthorizersCache } from '../../actions';
import { Flush, type StageKey } from './Flush';

/** What Lambda authorizers said is kept apart from answers, also on a stage that caches none. */
export const FlushAuthorizersCache = (key: StageKey) => (
  <Flush
    title="Authorizer results"
    description="Forgets what Lambda authorizers said of callers of this stage, on all workers. The next call of each caller asks the function again."
    button="Flush authorizers cache"
    done="every caller is asked about anew."
    stage={key}
    action={flushAuthorizersCache}
  />
);
