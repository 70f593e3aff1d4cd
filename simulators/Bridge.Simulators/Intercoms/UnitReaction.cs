using System.Text.Json.Serialization;

namespace Bridge.Simulators.Intercoms;

/// <summary>What the people of a unit do when it rings there.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnitReaction>))]
public enum UnitReaction
{
    DoesNotAnswer,
    Answers,
    Refuses,

    /// <summary>Somebody speaks there already.</summary>
    IsBusy,
}
