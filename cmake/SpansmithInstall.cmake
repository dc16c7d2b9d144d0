# Copyright The Spansmith Authors
# SPDX-License-Identifier: Apache-2.0
#
# What `cmake --install` puts where, and the package that find_package(Spansmith) then finds: the same targets and the
# same spansmith_instrument_target as with add_subdirectory. Included by the top of our own build, last.
include_guard(GLOBAL)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package "${CMAKE_INSTALL_LIBDIR}/cmake/Spansmith")
foreach(target annotations runtime testing spdlog absl_log otel grpc http libcurl httplib objects generator)
  set(name spansmith_${target})
  if(target STREQUAL "generator")
    set(name spansmith)
  endif()
  if(NOT TARGET ${name})
    continue()
  endif()
  get_target_property(imported ${name} IMPORTED)
  if(imported)
    continue()  # SPANSMITH_TOOL: a tool of another build is not ours to install
  endif()
  set_target_properties(${name} PROPERTIES EXPORT_NAME ${target})
  install(TARGETS ${name} EXPORT SpansmithTargets
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
endforeach()
if(TARGET spansmith-clang)
  install(TARGETS spansmith-clang RUNTIME DESTINATION "${CMAKE_INSTALL_LIBEXECDIR}/spansmith")  # the tool finds it there
endif()
install(EXPORT SpansmithTargets NAMESPACE Spansmith:: DESTINATION "${package}")

foreach(folder annotations runtime integrations/testing integrations/spdlog integrations/absl_log integrations/otel integrations/grpc integrations/http
    integrations/libcurl integrations/httplib integrations/objects)
  if((folder STREQUAL "integrations/spdlog" AND NOT TARGET spansmith_spdlog)
     OR (folder STREQUAL "integrations/otel" AND NOT TARGET spansmith_otel)
     OR (folder STREQUAL "integrations/grpc" AND NOT TARGET spansmith_grpc)
     OR (folder STREQUAL "integrations/objects" AND NOT TARGET spansmith_objects))
    continue()
  endif()
  install(DIRECTORY "${folder}/include/spansmith" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
endforeach()
install(FILES rules/schema.json DESTINATION "${CMAKE_INSTALL_DATADIR}/spansmith")
install(DIRECTORY rules DESTINATION "${package}" FILES_MATCHING PATTERN rules.yaml)  # `RULES pack:NAME`

configure_package_config_file(cmake/SpansmithConfig.cmake.in "${CMAKE_CURRENT_BINARY_DIR}/SpansmithConfig.cmake"
  INSTALL_DESTINATION "${package}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/SpansmithConfigVersion.cmake"
  COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/SpansmithConfig.cmake" "${CMAKE_CURRENT_BINARY_DIR}/SpansmithConfigVersion.cmake"
  cmake/SpansmithInstrumentTarget.cmake cmake/SpansmithOneDefinition.cmake DESTINATION "${package}")
