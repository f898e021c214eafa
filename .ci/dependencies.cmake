# What the program is built on, and how our own targets are compiled.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(fmt REQUIRED)
find_library(LIBCSV csv REQUIRED)
foreach(name libsodium libutf8proc fontconfig freetype2 pangocairo cairo glfw3 egl gl libqrencode poppler-cpp tomlplusplus xi x11 zlib libzip pugixml alsa)
    pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${name})
endforeach()
add_subdirectory(.ci/third_party third_party)

# Our own targets link this: warnings are errors here and nowhere else. -pthread for all, because a precompiled header
# serves only targets that agree on it, and some libraries of Debian 13 ask for it.
add_library(chibo_options INTERFACE)
target_compile_options(chibo_options INTERFACE -pthread -Wall -Wextra -Wshadow -Wconversion -Werror
    -Wno-error=invalid-pch)
# GCC 12 sees copies out of bounds in std::string's own operator+ (its bug 105651); Debian 13's does not.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(chibo_options INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow
        -Wno-stringop-overread)
endif()
# Clang sees GCC 12's own std::stable_sort use what is deprecated.
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    target_compile_options(chibo_options INTERFACE -Wno-deprecated-declarations)
endif()
# What GCC warns of only after inlining differs from version to version; it must not keep ./run from building.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_BUILD_TYPE STREQUAL Release)
    foreach(late array-bounds dangling-pointer free-nonheap-object maybe-uninitialized nonnull overflow restrict
            stringop-overflow stringop-overread use-after-free)
        target_compile_options(chibo_options INTERFACE -Wno-error=${late})
    endforeach()
endif()
target_include_directories(chibo_options INTERFACE "${CMAKE_SOURCE_DIR}/kiosk")
if(CHIBO_SANITIZE)
    target_compile_options(chibo_options INTERFACE -fsanitize=${CHIBO_SANITIZE} -fno-sanitize-recover=all
        -fno-omit-frame-pointer)
    target_link_options(chibo_options INTERFACE -fsanitize=${CHIBO_SANITIZE})
endif()
if(CHIBO_FUZZ) # libFuzzer looks where the coverage of our own code has not been.
    target_compile_options(chibo_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
find_program(MOLD mold)
if(MOLD)
    target_link_options(chibo_options INTERFACE -fuse-ld=mold)
endif()

# chibo_precompiled(NAME USES LIBRARIES… HEADERS HEADERS…): one precompiled header, which many targets reuse.
function(chibo_precompiled name)
    cmake_parse_arguments(PCH "" "" "USES;HEADERS" ${ARGN})
    file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/${name}.cpp" CONTENT "// Carries the precompiled header.\n")
    add_library(${name} OBJECT "${CMAKE_BINARY_DIR}/${name}.cpp")
    target_link_libraries(${name} PRIVATE chibo_options ${PCH_USES})
    target_precompile_headers(${name} PRIVATE ${PCH_HEADERS})
endfunction()
find_package(GTest REQUIRED)
include(GoogleTest)
if(CHIBO_PCH)
    set(standard_headers <algorithm> <array> <chrono> <cstdint> <functional> <map> <memory> <optional> <set> <span>
        <sstream> <string> <string_view> <utility> <variant> <vector>)
    chibo_precompiled(precompiled HEADERS ${standard_headers})
    chibo_precompiled(precompiled_tests USES GTest::gmock HEADERS ${standard_headers} <gmock/gmock.h> <gtest/gtest.h>)
endif()

# Every program links this: what the leak sanitizer overlooks in other people's libraries.
add_library(sanitizers OBJECT "${CMAKE_SOURCE_DIR}/tests/sanitizers.cpp")
target_link_libraries(sanitizers PRIVATE chibo_options)

# One library a folder of kiosk/: chibo_library(NAME SOURCES … USES …).
function(chibo_library name)
    cmake_parse_arguments(LIB "" "" "SOURCES;USES" ${ARGN})
    add_library(chibo_${name} STATIC ${LIB_SOURCES})
    target_link_libraries(chibo_${name} PRIVATE chibo_options PUBLIC ${LIB_USES})
    target_include_directories(chibo_${name} PUBLIC "${CMAKE_SOURCE_DIR}/kiosk")
    if(CHIBO_PCH)
        target_precompile_headers(chibo_${name} REUSE_FROM precompiled)
    endif()
endfunction()

# One GoogleTest program a folder of tests/: chibo_test(NAME [AT_ONCE] SOURCES … USES …). Each of its tests is a process of
# its own; AT_ONCE all run in one, where a suite has much to make for all of them.
function(chibo_test name)
    cmake_parse_arguments(TEST "AT_ONCE" "" "SOURCES;USES" ${ARGN})
    add_executable(${name}_test ${TEST_SOURCES})
    target_link_libraries(${name}_test PRIVATE chibo_options sanitizers ${TEST_USES} GTest::gmock GTest::gtest_main)
    target_include_directories(${name}_test PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    if(CHIBO_PCH)
        target_precompile_headers(${name}_test REUSE_FROM precompiled_tests)
    endif()
    if(TEST_AT_ONCE)
        add_test(NAME ${name} COMMAND ${name}_test)
        set_tests_properties(${name} PROPERTIES TIMEOUT 1200)
        return()
    endif()
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}." DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()
