import i18next from "i18next";

import { forecasts } from "./enForecasts";

// The words of the forecasts come with the first page or part that shows one.
i18next.addResourceBundle("en", "translation", { forecasts }, true, true);
