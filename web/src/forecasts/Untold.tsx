import { useTranslation } from "react-i18next";

import { Saying } from "../language/Saying";

/** Where too little is known, that is the answer. */
export function Untold({ reason }: { reason: string }) {
    const { t } = useTranslation();
    return (
        <div className="note untold" role="note">
            <p>
                <strong>{t("forecasts.cannotTell")}</strong>
            </p>
            <p>
                <Saying text={reason} />
            </p>
        </div>
    );
}
