import { useTranslation } from "react-i18next";

import { PlaceLink } from "../moment/PlaceLink";
import { useTitle } from "./useTitle";

export function NotFoundPage() {
    const { t } = useTranslation();
    useTitle(t("notFound.title"));
    return (
        <div className="column problem">
            <h1>{t("notFound.title")}</h1>
            <p>{t("notFound.text")}</p>
            <p>
                <PlaceLink to="/">{t("notFound.back")}</PlaceLink>
            </p>
        </div>
    );
}
