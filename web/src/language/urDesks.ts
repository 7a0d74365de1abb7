export const working = {};
export const money = {};
export const diagnosis = {};
