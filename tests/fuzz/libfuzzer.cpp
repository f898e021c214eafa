// One reader under libFuzzer: CHIBO_FUZZ_TARGET names it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "fuzz/targets.h"

namespace {

const chibo::fuzz::Target& chosen()
{
    for (const auto& target : chibo::fuzz::targets()) {
        if (std::string_view(target.name) == CHIBO_FUZZ_TARGET)
            return target;
    }
    std::abort();
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    chosen().read({data, size});
    return 0;
}

/// The first folder that is named gets the seeds, where it is empty.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv)
{
    for (int i = 1; i < *argc; ++i) {
        const std::filesystem::path folder = (*argv)[i];
        if (!std::filesystem::is_directory(folder))
            continue;
        int number = 0;
        for (const chibo::Bytes& seed : chosen().seeds())
            std::ofstream(folder / ("seed" + std::to_string(number++)), std::ios::binary)
                .write(reinterpret_cast<const char*>(seed.data()),
                    static_cast<std::streamsize>(seed.size()));
        break;
    }
    return 0;
}
