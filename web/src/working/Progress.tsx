import { useTranslation } from "react-i18next";

import type { WorkingActivity, WorkingPlanView } from "../data/types";
import { useFormat } from "../format/useFormat";
import { Part } from "../frame/Part";
import { PlaceLink } from "../moment/PlaceLink";

function level(open: number): string {
    return open === 0 ? "none" : open <= 4 ? "few" : open <= 10 ? "some" : "many";
}

/** Every activity as one cell: how much it lacks, and a way to it. */
function ActivityMap({ activities }: { activities: WorkingActivity[] }) {
    const { t } = useTranslation();
    const format = useFormat();
    const objectives = [...new Set(activities.map(({ objective }) => objective))];
    return (
        <>
            <ul className="activity-map" aria-label={t("working.map")}>
                {objectives.map((objective) => (
                    <li key={objective}>
                        <span className="map-objective">
                            <bdi className="code">{objective}</bdi>
                        </span>
                        {activities
                            .filter((one) => one.objective === objective)
                            .map((one) => (
                                <PlaceLink
                                    key={one.code}
                                    to={`/working-plan#a-${one.code}`}
                                    className="map-cell"
                                    data-level={level(one.open)}
                                    title={one.title}
                                >
                                    <bdi className="map-code">{one.code}</bdi>
                                    <span className="map-count">
                                        {one.open === 0 ? "✓" : format.number(one.open)}
                                    </span>
                                    <span className="unseen">
                                        {one.open === 0
                                            ? t("working.complete")
                                            : t("working.openPoints", { count: one.open })}
                                    </span>
                                </PlaceLink>
                            ))}
                    </li>
                ))}
            </ul>
            <ul className="map-key" aria-hidden="true">
                {["none", "few", "some", "many"].map((name) => (
                    <li key={name}>
                        <span className="map-cell" data-level={name} /> {t(`working.level.${name}`)}
                    </li>
                ))}
            </ul>
        </>
    );
}

export function Progress({ view }: { view: WorkingPlanView }) {
    const { t } = useTranslation();
    const format = useFormat();
    return (
        <Part id="progress" title={t("working.progress")}>
            <p className="working-line">
                {t("working.lackNothing", {
                    complete: format.number(view.complete),
                    all: format.number(view.of),
                })}
            </p>
            <div className="working-meter" aria-hidden="true">
                <span style={{ inlineSize: `${(100 * view.complete) / Math.max(1, view.of)}%` }} />
            </div>
            <p className="hint">
                {t("working.adoptedNow", { count: view.adopted })}{" "}
                {t("working.openInAll", { count: view.open })}
            </p>
            <ActivityMap activities={view.activities} />
        </Part>
    );
}
