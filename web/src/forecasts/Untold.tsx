import { useTranslation } from "react-i18next";

import { Saying } from "../language/Saying";

/** Where too little is known, that is the answer. */
export function Untold({ reason, title }: { reason: string; title?: string }) {
    const { t } = useTranslation();
    return (
        <div className="note untold" role="note">
            <p>
                <strong>{title ?? t("forecasts.cannotTell")}</strong>
            </p>
            <p>
                <Saying text={reason} />
            </p>
        </div>
    );
}
