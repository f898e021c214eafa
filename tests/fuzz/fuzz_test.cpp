// A short run of each reader on its seeds and on what chance makes of them; CHIBO_FUZZ_ROUNDS makes
// it longer. The `fuzz` preset has the same readers under libFuzzer, which looks where it has not
// been.
#include <cstdlib>

#include <gtest/gtest.h>

#include "fuzz/targets.h"
#include "meeting/clock.h"

namespace chibo::fuzz {
namespace {

class Mutation {
public:
    explicit Mutation(std::uint64_t seed) : m_random(seed) {}

    Bytes of(Bytes bytes)
    {
        for (std::size_t times = 1 + below(8); times > 0; --times)
            change(bytes);
        return bytes;
    }
    std::size_t below(std::size_t bound)
    {
        std::array<std::uint8_t, 4> drawn {};
        m_random.fill(drawn);
        const std::uint32_t number = drawn[0] | static_cast<std::uint32_t>(drawn[1]) << 8U
            | static_cast<std::uint32_t>(drawn[2]) << 16U
            | static_cast<std::uint32_t>(drawn[3]) << 24U;
        return number % bound;
    }

private:
    void change(Bytes& bytes)
    {
        constexpr std::array<std::uint8_t, 12> telling {
            0, 1, 0x7F, 0x80, 0xFF, '"', ',', '\n', '{', 'w', 0x1B, 0xBF};
        const std::size_t at = below(bytes.size() + 1);
        const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
        const auto rest = static_cast<std::ptrdiff_t>(below(bytes.size() - at + 1));
        switch (below(6)) {
        case 0:
            if (at < bytes.size())
                bytes[at] ^= static_cast<std::uint8_t>(1U << below(8));
            break;
        case 1:
            if (at < bytes.size())
                bytes[at] = telling[below(telling.size())];
            break;
        case 2:
            bytes.insert(place, telling[below(telling.size())]);
            break;
        case 3:
            bytes.erase(place, place + std::min<std::ptrdiff_t>(rest, 9));
            break;
        case 4: {
            const Bytes copy(place, place + std::min<std::ptrdiff_t>(rest, 40));
            bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(below(bytes.size() + 1)),
                copy.begin(), copy.end());
            break;
        }
        default:
            if (below(8) == 0)
                bytes.resize(at); // Cut off.
        }
    }

    SeededRandom m_random;
};

std::size_t rounds()
{
    constexpr std::size_t few = 1'000;
    const char* asked = std::getenv("CHIBO_FUZZ_ROUNDS");
    return asked ? std::strtoul(asked, nullptr, 10) : few;
}

class Reader : public testing::TestWithParam<Target> {};

TEST_P(Reader, TakesAnyBytes)
{
    const std::vector<Bytes> seeds = GetParam().seeds();
    for (const Bytes& seed : seeds)
        GetParam().read(seed);
    GetParam().read({});
    Mutation mutation(seeds.front().size());
    for (std::size_t round = 0; round < rounds(); ++round) {
        const Bytes bytes = mutation.of(seeds[mutation.below(seeds.size())]);
        try {
            GetParam().read(bytes);
        } catch (const std::exception& failure) {
            FAIL() << "round " << round << ": " << failure.what() << "\n"
                   << testing::PrintToString(bytes);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Of, Reader, testing::ValuesIn(targets().begin(), targets().end()),
    [](const auto& reader) { return std::string(reader.param.name); });

} // namespace
} // namespace chibo::fuzz
