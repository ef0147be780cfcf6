import { flushCache } from '../../actions';
import { Flush, type StageKey } from './Flush';

/** Empties the cache; says when no worker answers from what was in it any more. */
export const FlushCache = (key: StageKey) => (
  <Flush
    title="Flush"
    description="Forgets every answer of this stage, on all workers. The next call of each kind asks the backend."
    button={`Flush cache of ${key.stageName}`}
    done="no worker answers from it."
    stage={key}
    action={flushCache}
  />
);
