import { useMemo } from "react";
import { useTranslation } from "react-i18next";

import { formats, type Formats } from "./formats";

/** Numbers, days and periods in the language of the page. */
export function useFormat(): Formats {
    const { i18n } = useTranslation();
    return useMemo(() => formats(i18n.language), [i18n.language]);
}
