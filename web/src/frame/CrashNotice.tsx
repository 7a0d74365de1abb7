import { Component, type ReactNode } from "react";
import { Translation } from "react-i18next";

interface Props {
    children: ReactNode;
}

/** Keeps a fault of one page from taking the header with it. */
export class CrashNotice extends Component<Props, { failed: boolean }> {
    override state = { failed: false };

    static getDerivedStateFromError() {
        return { failed: true };
    }

    override render() {
        if (!this.state.failed) return this.props.children;
        return (
            <Translation>
                {(t) => (
                    <div className="column problem" role="alert">
                        <h1>{t("problem.title")}</h1>
                        <p>{t("crash")}</p>
                    </div>
                )}
            </Translation>
        );
    }
}
