package io.bridgehead.matchmaking.project;

/// What happens to a project.
sealed interface ProjectEvent {

    record Registered() implements ProjectEvent {}

    record Revised() implements ProjectEvent {}
}
