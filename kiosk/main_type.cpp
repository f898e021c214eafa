// `chibo type`: each line of keystrokes on standard input becomes the text it composes.
#include <iostream>

#include "main_verbs.h"
#include "typing/composer.h"

namespace chibo {

Result<void> run_type(const std::string& method, const std::string& tones)
{
    TypingOptions options;
    options.method = method == "vni" ? Method::Vni
        : method == "simple"         ? Method::Simple
                                     : Method::Telex;
    options.tones = tones == "new" ? ToneStyle::New : ToneStyle::Old;
    for (std::string line; std::getline(std::cin, line);)
        std::cout << compose_line(line, options) << "\n";
    return {};
}

} // namespace chibo
