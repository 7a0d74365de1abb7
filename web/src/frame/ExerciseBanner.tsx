import { useTranslation } from "react-i18next";

import { useStrategy } from "../data/queries";

export function ExerciseBanner() {
    const { t } = useTranslation();
    const strategy = useStrategy();
    if (strategy?.exercise !== true) return null;
    return (
        <aside className="exercise-banner" aria-label={t("exercise.title")}>
            <p>
                <strong>{t("exercise.title")}</strong>
                <span>{t("exercise.text")}</span>
            </p>
        </aside>
    );
}
