// The kiosk itself, and one of its screens as a picture.
#pragma once

#include <string>

#include "main_verbs.h"

namespace chibo {

struct KioskOptions {
    int frames = 0; // 0: until it is closed.
    std::string screen; // Opens on it.
    std::string windowed; // "1280x800"; empty: full-screen.
};

struct ShotOptions {
    std::string screen, size = "1280x800", out, meeting, at, language;
    int text_percent = 100;
};

[[nodiscard]] Result<void> run_kiosk(const VerbOptions& options, const KioskOptions& kiosk);
[[nodiscard]] Result<void> run_shot(const VerbOptions& options, const ShotOptions& shot);

} // namespace chibo
