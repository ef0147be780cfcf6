/** The name under which calls that the canary of a stage served are counted, as AWS names its logs: `prod/Canary`. */
export const canaryStageName = (stageName: string): string => `${stageName}/Canary`;
