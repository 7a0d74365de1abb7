import i18next from "i18next";

import { rooms } from "./enRooms";

// The words of the rooms come with the first of their pages, not with the scoreboard. Urdu has
// them with all of its words.
i18next.addResourceBundle("en", "translation", rooms, true, true);
