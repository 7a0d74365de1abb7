import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Loading() {
    const { t } = useTranslation();
    return (
        <div className="column loading" role="status">
            <span className="unseen">{t("loading")}</span>
            <Skeleton height={34} width="60%" />
            <Skeleton height={18} width="40%" />
            <Skeleton height={44} />
            <Skeleton height={120} />
            <Skeleton height={120} />
        </div>
    );
}
