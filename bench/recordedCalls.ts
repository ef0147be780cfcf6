/** Prints how many calls the database of a stopped installation has counted against the quotas of its plans. */
import { actor, openControl } from './openControl';

const { control, close } = await openControl();
const plans = await control.usagePlans.list(actor);
const quotas = await Promise.all(plans.map(({ id }) => control.usagePlans.quotas(actor, id)));
await close();
process.stdout.write(JSON.stringify(quotas.flat().reduce((sum, { used }) => sum + used, 0)));
