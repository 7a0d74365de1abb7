import type { Story } from "../data/types";

/** An outcome that a level of a year decides, with a stated value and a statistic. */
export const hasOutlook = ({ activity, measure, period, value, indicator }: Story): boolean =>
    activity === null && measure === "level" && /^(FY)?\d{4}$/.test(period ?? "") && value !== null && value !== "open" && indicator !== undefined && indicator !== null;

/** Whether another part of the page says how likely it is: of an outcome its statistics, of a target its reports. */
export const isSaidElsewhere = (story: Story): boolean => story.activity !== null || hasOutlook(story);
