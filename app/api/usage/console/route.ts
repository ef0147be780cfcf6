import { answerUsage } from '../answerUsage';
import { readConsoleUsage } from '../readUsage';

/** Usage of everything that the gateway serves: `api`, `stage`, `range` or `from` and `to`. Console roles only. */
export const GET = (request: Request): Promise<Response> => answerUsage(request, readConsoleUsage);
