#include "main_kiosk.h"

namespace chibo {

Result<void> run_kiosk(const VerbOptions& options, const KioskOptions& kiosk)
{
    (void)options;
    return refuse("verbs.no_screen", {{"screen", kiosk.screen}});
}

Result<void> run_shot(const VerbOptions& options, const ShotOptions& shot)
{
    (void)options;
    return refuse("verbs.no_screen", {{"screen", shot.screen}});
}

} // namespace chibo
