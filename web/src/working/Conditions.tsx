import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";

import type { PlanDocument } from "../data/planDocument";
import type { WorkingActivity } from "../data/types";
import { useInstitutions } from "../data/useInstitutions";
import { useFormat } from "../format/useFormat";
import { leadOf, loads, type Condition, type Who } from "./arrange";

export function useWhoName(): (who: Who) => string {
    const { t } = useTranslation();
    const names = useInstitutions();
    return (who) => {
        const lead = leadOf(who);
        return lead === undefined ? t(`working.closer.${who}`, who) : t("working.lead", { name: names.short(lead) });
    };
}

interface Props {
    activities: WorkingActivity[];
    plan: PlanDocument | undefined;
    condition: Condition;
    shown: number;
    change: (to: Record<string, string>) => void;
}

/** Who can close how much: each bar is a button that shows only that. */
export function Conditions({ activities, plan, condition, shown, change }: Props) {
    const { t } = useTranslation();
    const format = useFormat();
    const nameOf = useWhoName();
    const all = loads(activities);
    const most = Math.max(1, ...all.map(({ points }) => points));
    const used = new Set(activities.map(({ objective }) => objective));
    const objectives = (plan?.objectives ?? []).filter(
        ({ code }) => used.has(code) || [...used].some((one) => one.startsWith(`${code}.`)),
    );
    return (
        <div className="conditions">
            <ul className="who" aria-label={t("working.who")}>
                {all.map(({ who, points, activities: count }) => (
                    <li key={who}>
                        <button
                            type="button"
                            aria-pressed={condition.who === who}
                            onClick={() => change({ who: condition.who === who ? "" : who })}
                        >
                            <span className="who-name">{nameOf(who)}</span>
                            <span className="who-track" aria-hidden="true">
                                <span style={{ inlineSize: `${(100 * points) / most}%` }} />
                            </span>
                            <span className="who-count">
                                <strong>{format.number(points)}</strong>{" "}
                                {t("working.inActivities", { count })}
                            </span>
                        </button>
                    </li>
                ))}
            </ul>
            <div className="filters">
                <NativeSelect
                    label={t("working.objective")}
                    value={condition.objective ?? ""}
                    data={[
                        { value: "", label: t("filter.all") },
                        ...objectives.map(({ code, title }) => ({
                            value: code,
                            label: `${code} ${title ?? ""}`,
                        })),
                    ]}
                    onChange={(event) => change({ objective: event.currentTarget.value })}
                />
                <p className="filters-shown" role="status">
                    {t("working.shown", { shown: format.number(shown), total: format.number(activities.length) })}
                    {(condition.who !== undefined || condition.objective !== undefined) && (
                        <Button
                            variant="subtle"
                            size="compact-sm"
                            onClick={() => change({ who: "", objective: "" })}
                        >
                            {t("filter.clear")}
                        </Button>
                    )}
                </p>
            </div>
        </div>
    );
}
