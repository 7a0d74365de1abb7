import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { useStrategy } from "../data/queries";

/** The title of the browser's window; it too says when all of it is an exercise. */
export function useTitle(title: string | undefined): void {
    const { t } = useTranslation();
    const exercise = useStrategy()?.exercise === true;
    useEffect(() => {
        const parts = [title, exercise ? t("exercise.title") : undefined, t("name")];
        document.title = parts.filter((part) => part !== undefined).join(" · ");
    }, [title, exercise, t]);
}
