import { answerUsage } from '../answerUsage';
import { readPortalUsage } from '../readUsage';

/** Usage of the caller's own keys: `app`, `key`, `api`, `range` or `from` and `to`. */
export const GET = (request: Request): Promise<Response> => answerUsage(request, readPortalUsage);
