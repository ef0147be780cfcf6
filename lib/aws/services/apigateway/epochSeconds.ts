/** AWS's timestamps of V1: whole seconds since 1970. @param time in milliseconds */
export const epochSeconds = (time: number) => Math.floor(time / 1000);
